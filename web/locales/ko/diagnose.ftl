## 로그 줄의 의미와, 머신에서 확인할 사항.

explain-title = 이 줄은 무슨 뜻입니까?
explain-label = 로그 줄 또는 코드
explain-hint = 컴포넌트, kubectl, 로그 수집기의 한 줄, 여러 줄, 또는 ADDR001 같은 코드.
explain-clear = 지우기
explain-said =
    { $rules ->
        [0] 이 텍스트에 관한 규칙이 없습니다.
       *[other] 규칙 { $rules }개를 찾음: { $codes }
    }
explain-nothing = 타임스탬프를 포함해 출력된 줄 전체를 붙여넣으십시오. 주소 패밀리, 범위, 노드 블록, 시작에 관한 메시지만 알려져 있으며 다른 내용의 줄에는 규칙이 없습니다. 코드는 다른 단어 없이 코드만 입력하십시오.
explain-line = { $line }행의 내용
explain-facts = { $component }, Kubernetes { $from } ~ { $to }
    .open = { $component }, Kubernetes { $from } 이상
explain-name = 항목
explain-value = 값
explain-captured = { $code }에 관해 이 줄이 말하는 것
explain-more = 무엇을, 왜 검사하는가
explain-docs = 규칙 { $code }의 페이지
explain-in-plan =
    { $count ->
        [0] 이 계획에는 해당 사항이 없습니다.
       *[other] 이 계획의 { $count }곳에 해당 사항이 있습니다.
    }
explain-go = 검사 결과 { $code }(으)로 이동

checklist-title = 머신에서 확인할 사항
checklist-about = 파일로는 알 수 없는 것: 이 계획에 맞게 고른 항목과 답을 알려 주는 명령입니다.
checklist-empty = 계획을 읽을 수 있게 되면 목록이 나타납니다.
checklist-commands = 명령: { $title }
checklist-rule = 규칙 { $code }
