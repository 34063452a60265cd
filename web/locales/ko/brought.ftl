## 가져온 텍스트에서 읽은 내용과 그것으로 할 수 있는 일.

brought-reading = 읽는 중…
brought-nothing = 읽을 내용이 없습니다
brought-nothing-why = 텍스트가 비어 있거나 읽을 수 있는 파일이 없습니다.
brought-too-large = 이 페이지에서 다루기에는 너무 큽니다
brought-too-large-why = 크기가 { $size } MiB입니다. 읽는 동안 페이지가 멈추기 때문에 한 번에 { $limit } MiB까지만 읽습니다. 명령줄에는 이런 제한이 없습니다.
brought-bad-link = 이 링크를 열 수 없습니다
brought-address = { $address }은(는) 누구의 주소입니까?
brought-sizes = 규모로 만든 계획
brought-codes = 코드의 의미
brought-lines = 로그 줄의 의미
brought-unknown = 알려진 종류의 내용이 없습니다
brought-pieces =
    { $pieces }개 항목을 읽음{ $unread ->
        [0] { "" }
       *[other] , { $unread }개는 이해하지 못함
    }{ $contradictions ->
        [0] { "" }
       *[other] , 모순 { $contradictions }건
    }
brought-file-too-large = { $name } 파일은 읽지 않았습니다. 이 파일까지 합치면 16 MiB를 넘습니다. 명령줄로는 읽을 수 있습니다: dualstack import FILE
brought-file-too-many = { $name } 및 그 뒤의 파일은 읽지 않았습니다. 파일이 500개를 넘습니다
brought-file-not-text = { $name } 파일은 텍스트 파일이 아닙니다
brought-file-unreadable = { $name } 파일을 읽을 수 없습니다

brought-read = 읽은 내용
brought-times = × { $count }
brought-more-kinds = 그 밖에 { $count }종
brought-more-places = 그 밖에 { $count }곳
brought-contradictions = 서로 모순되는 내용
brought-missing = 빠진 내용
brought-unread = 읽지 않은 내용
brought-others = 그 밖에 알아둘 점
brought-values = 값 { $count }개와 그 출처
brought-values-table = 값의 표
brought-field = 필드
brought-origin = 위치
brought-line = { $line }행
brought-strength = 확실한 정도
strength-default = 도구의 기본값
strength-implied = 여기에서 따라 나옴
strength-configured = 구성됨
strength-observed = 클러스터에서 확인됨
brought-file = 파일 형태의 계획
brought-as-file = 파일로 읽음
brought-no-plan = 찾아볼 계획이 없습니다.
brought-show-node = 노드 블록에서 { $address } 표시

brought-undo = 지금 있는 계획은 한 단계 전에 남아 있습니다. 실행 취소로 되돌릴 수 있습니다.
brought-take = 내 계획으로 사용
    .name = 내 계획으로 사용: { $name }
brought-add = 오브젝트 { $count }개를 내 계획에 추가
brought-check = 시작만 검사
brought-compare = 내 계획과 비교
    .name = 내 계획과 비교: { $name }
brought-close = 닫기
brought-added =
    { $added ->
        [0] 추가된 오브젝트 없음
       *[other] 오브젝트 { $added }개를 추가함
    }{ $known ->
        [0] { "" }
       *[other] , { $known }개는 이미 있어서 그대로 둠
    }

card-tight = 최소
card-tight-about = 주소를 가장 적게 씁니다. 블록에 노드의 파드가 꼭 맞게 들어갑니다.
card-roomy = 여유
card-roomy-about = 블록에 노드의 파드가 두 배로 들어가므로 롤아웃 중에도 부족하지 않습니다.
card-double = 두 배 대비
card-double-about = 같은 여유로 두 배의 노드까지 수용합니다.
brought-fleet = 플릿: 공유 블록을 나눠 쓰는 클러스터
