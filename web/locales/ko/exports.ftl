## 내보내기 보기.

exports-title = 설치 도구와 컴포넌트를 위한 파일
exports-about = 대상을 고르십시오. 파일은 계획이 바뀔 때 함께 바뀝니다.
exports-no-plan = 계획을 읽을 수 있게 되면 내보낼 파일이 나타납니다.
exports-none-chosen = 선택한 대상이 없습니다.
exports-no-files = 선택한 대상은 이 계획에 대해 파일을 쓰지 않습니다.
exports-said =
    { $targets ->
        [0] 대상 없음
       *[other] 대상 { $targets }개
    }, { $files ->
        [0] 파일 없음
       *[other] 파일 { $files }개
    }{ $refused ->
        [0] { "" }
       *[other] , { $refused }개 거부됨
    }{ $changed ->
        [0] { "" }
       *[other] , 마지막으로 내보낸 뒤 { $changed }개 변경됨
    }
targets-filter = 대상 거르기
targets-count = 대상 { $all }개 중 { $shown }개 표시, { $chosen }개 선택
targets-none = 이 단어가 들어 있는 대상이 없습니다.
targets-clear = 모두 해제
download-zip = zip으로 내려받기
zip-failed = zip을 만들지 못했습니다

## 대상
target-docs = 문서
target-checked = 검사 기준: { $against }
target-docs-of = 문서: { $target }
target-every-version = 모든 버전
target-since = Kubernetes { $since } 이상
target-between = Kubernetes { $since } ~ { $until }
target-says = { $target }: 알아둘 점
export-unknown = …
export-writes = 쓸 수 있음
export-warns = 경고 있음
export-fails = 시작하지 않음
export-empty = 쓸 내용 없음
export-refuses = 거부됨

## 파일
files-tree = 파일
file-views = { $name } 보기
file-text = 파일
file-changes = 마지막으로 내보낸 뒤의 변경
file-changed = 변경됨
copy = 복사
download = 내려받기
copy-name = { $name } 복사
download-name = { $name } 내려받기
changes-of = { $name }의 변경
changes-none = 마지막으로 내보냈을 때와 같은 파일입니다.
changes-never = 이 브라우저에서 아직 내보낸 적이 없는 파일입니다. 복사하거나 내려받으면 이후의 변경이 여기에 나타납니다.
changes-forget = 이 계획에서 내보낸 기록 지우기
