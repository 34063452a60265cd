## 로그 줄을 찾을 때: 규칙을 표시하는 이유와, 찾지 못했을 때 붙여넣을 것.

explain-why-text = 이 줄에 { $component }의 이 문구가 있습니다
explain-why-cut = 줄이 잘렸습니다. 남은 부분의 시작이나 끝이 { $component }의 이 문구와 같습니다
explain-why-general = 이 줄은 { $component }이(가) 무언가를 거부했다고만 말합니다
explain-why-both = 이 줄에 패밀리가 없습니다. { $family }이(가) 소진되었다면 이 규칙입니다
explain-why-finding = 이 줄에 패밀리가 없으며, 계획에 이 검사 결과가 있습니다
explain-why-index = 이 줄은 --cluster-cidr의 항목 { $index }(0부터 셈)을 가리키며, 계획에서는 { $range }입니다
explain-why-address = 이 줄이 { $range }을(를) 가리킵니다
explain-why-only = 이 줄에 패밀리가 없으며, 계획의 파드에는 { $family }만 있습니다
explain-why-other-range = API 서버는 계획의 서비스 범위가 아닌 { $range }을(를) 사용합니다
explain-why-planned-range = API 서버가 계획의 범위 { $range }을(를) 사용하므로 잘못된 것은 서비스의 주소입니다
