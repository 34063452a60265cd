# 텍스트로서의 계획 파일: 읽을 수 없는 것과, 있어야 할 형태가 아닌 필드.

value-empty = 빈 값

FILE001 = YAML이 아닙니다
    .title = 계획 파일을 읽을 수 없음
    .help = 지목된 줄을 고치십시오. 그 앞의 필드와 다른 문서는 그대로 읽습니다
    .bracket = 괄호가 닫히지 않았거나 다른 종류의 괄호로 닫혔습니다
    .quote = 따옴표가 닫히지 않았습니다
    .behind-quote = 닫는 따옴표 뒤에 무언가가 있습니다
    .tab = YAML에서 공백이 와야 할 자리에 탭이 있습니다
    .indentation = 줄의 들여쓰기가 함께 속하는 줄들과 다릅니다
    .colon = 값이 올 수 없는 자리에 `:`이 있습니다. `: `이 들어 있는 값에는 따옴표가 필요합니다
    .comma = 쉼표나 닫는 괄호가 빠졌습니다
    .dash = 목록 항목이 시작될 수 없는 자리에 `- `이 있습니다
    .escape = 따옴표 안의 `\` 이스케이프가 YAML에 없는 것입니다
    .comment = `#` 주석 앞에는 공백이 필요하며 값 안에 올 수 없습니다
    .character = 여기에는 문자 `{ $character }`이(가) 올 수 없습니다. 이 문자로 시작하는 값에는 따옴표가 필요합니다
    .byte-order-mark = 문서 안에 바이트 순서 표시가 있습니다
    .full-width = YAML이 아닙니다. 줄에 ASCII로 써야 하는 전각 문장 부호가 있습니다

FILE002 = 파일이 { $limit } MiB보다 커서 읽지 않았습니다
    .title = 계획 파일이 너무 큼
    .help = 파일을 나누십시오. 서비스를 포함한 계획은 몇 킬로바이트입니다

FILE003 = 목록과 매핑이 { $limit }단계보다 깊게 중첩되어 있습니다
    .title = 계획 파일의 중첩이 너무 깊음
    .help = 닫히지 않은 괄호가 있는지 확인하십시오

FILE004 = 키 `{ $key }`이(가) 이 매핑에 두 번 있으며 첫 번째는 { $line }행입니다
    .title = 키가 두 번 주어짐
    .help = 하나를 제거하십시오. `kubectl apply -f`는 말없이 마지막 것을 쓰고, 다른 도구는 첫 번째 것을 쓰거나 파일을 거부합니다

FILE005 = 별칭 `*{ $name }` 앞에 앵커 `&{ $name }`이(가) 없습니다
    .itself = 별칭 `*{ $name }`이(가) 자신의 앵커 안에 있습니다
    .many = 앵커와 별칭을 펼치면 값이 { $limit }개를 넘습니다. kubectl도 이런 파일을 거부합니다
    .title = 별칭을 풀 수 없음
    .help = 값을 그대로 쓰거나 이름을 고치십시오

FILE006 = `<<`의 값이 매핑도, 매핑의 목록도 아닙니다
    .title = 매핑이 없는 병합 키
    .help = `<<` 뒤에 매핑의 별칭을 쓰거나 필드를 그대로 쓰십시오

FILE007 = 키 `{ $key }`이(가) 문자열이 아닙니다
    .title = 키가 문자열이 아님
    .help = 키를 따옴표로 묶으십시오

FILE008 = 태그 `{ $tag }`이(가) 맞지 않거나 지원되지 않습니다
    .title = 지원되지 않는 태그
    .help = 태그를 제거하십시오. 따옴표를 쓰면 값이 문자열이 됩니다

FILE009 = `{ $value }`은(는) Kubernetes가 받아들이는 숫자가 아닙니다
    .title = 나타낼 수 없는 숫자
    .help = 유한한 숫자를 쓰거나 텍스트를 따옴표로 묶으십시오

FILE010 = 문제 { $count }개 뒤로는 더 나열하지 않았습니다
    .title = 나열하기에는 문제가 너무 많음
    .help = 먼저 나열된 문제부터 고치십시오
    .kind = { $code } { $count }건이 더 있으나 나열하지 않았습니다
    .help-kind = 모두 나열하려면 `dualstack lint --all` 또는 호출의 옵션 `allFindings`를 사용하십시오

FILE011 = `{ $field }`은(는) 계획의 필드가 아닙니다. `{ $nearest }`을(를) 뜻하셨습니까?
    .alone = `{ $field }`은(는) 계획의 필드가 아닙니다
    .taken = `{ $field }`은(는) 계획의 필드가 아닙니다. `{ $nearest }`이(가) 이미 있습니다
    .title = 알 수 없는 필드
    .help = 이름을 고치거나 필드를 제거하십시오
    .fix = 이름을 `{ $nearest }`(으)로 변경

FILE012 = `{ $field }`이(가) 필요합니다
    .title = 필수 필드가 빠짐
    .help = 필드를 추가하십시오

FILE013 = `{ $field }`의 유형이 예상과 다릅니다
    .string = `{ $field }`이(가) `{ $value }`입니다. 문자열이어야 합니다
    .integer = `{ $field }`이(가) `{ $value }`입니다. 정수여야 합니다
    .boolean = `{ $field }`이(가) `{ $value }`입니다. true 또는 false여야 합니다
    .list = `{ $field }`이(가) `{ $value }`입니다. 목록이어야 합니다
    .object = `{ $field }`이(가) `{ $value }`입니다. 그 아래에 필드가 있어야 합니다
    .document = 문서가 `{ $value }`입니다. apiVersion, kind 같은 필드가 있어야 합니다
    .title = 유형이 잘못된 값
    .help = 지목된 유형의 값을 쓰십시오
    .fix = `{ $value }`(으)로 쓰기

FILE014 = `{ $field }`이(가) { $value }입니다. { $least }에서 { $most }까지여야 합니다
    .title = 범위를 벗어난 숫자
    .help = 범위 안의 숫자를 고르십시오

FILE015 = `{ $field }`이(가) `{ $value }`입니다. 다음 중 하나여야 합니다: { $allowed }
    .title = 허용된 값이 아님
    .help = 나열된 값 중 하나를 고르십시오
    .fix = `{ $nearest }` 사용

FILE016 = `{ $field }`이(가) `{ $value }`인데 그 자리에 쓸 수 없습니다
    .title = 쓸 수 없는 값
    .help = 값을 고치십시오
    .cidr = `{ $field }`이(가) `{ $value }`입니다. 10.244.0.0/16 또는 fd00:10:244::/56 같은 CIDR이어야 합니다
    .address = `{ $field }`이(가) `{ $value }`입니다. 192.168.1.11 또는 fd00::11 같은 IP 주소여야 합니다
    .endpoint = `{ $field }`이(가) `{ $value }`입니다. api.example.com:6443 또는 [fd00::11]:6443처럼 포트가 있거나 없는 주소 또는 DNS 이름이어야 합니다
    .release = `{ $field }`이(가) `{ $value }`입니다. 1.18 같은 릴리스여야 합니다
    .version = `{ $field }`이(가) `{ $value }`입니다. 1.36 같은 Kubernetes 버전이어야 합니다

FILE017 = `{ $field }`에 전각 문자가 있어 `{ $value }`(으)로 읽었습니다
    .manifest = `{ $field }`에 전각 문자가 있어 Kubernetes는 `{ $value }`(으)로 읽지 않습니다
    .title = 전각 문자
    .help = Kubernetes는 ASCII만 받아들입니다. 읽은 그대로 값을 쓰십시오
    .fix = `{ $value }`(으)로 쓰기

FILE018 = 템플릿입니다
    .title = 매니페스트 자리에 있는 템플릿
    .help = 먼저 템플릿을 렌더링하고 그 결과를 주십시오
    .helm = Helm 템플릿이며, 렌더링해야 YAML이 됩니다
    .help-helm = 먼저 렌더링하십시오: helm template RELEASE CHART > rendered.yaml
    .jinja = Jinja 템플릿이며, 렌더링해야 YAML이 됩니다
    .help-jinja = 먼저 렌더링하고(예를 들어 Ansible의 template 모듈) 그 결과를 주십시오
    .jsonnet = Jsonnet이며, 평가해야 JSON이 됩니다
    .help-jsonnet = 먼저 평가하십시오: jsonnet FILE > rendered.json
    .patch = 서비스 전체가 아니라 패치입니다. 모든 서비스에 필요한 필드가 하나도 없습니다
    .help-patch = 먼저 빌드하십시오: kubectl kustomize DIRECTORY > built.yaml
    .variables = 먼저 채워야 하는 `${"{"}NAME{"}"}` 같은 변수가 들어 있습니다
    .help-variables = 먼저 채우십시오: envsubst < FILE > filled.yaml

FILE019 = 계획 파일에 내용이 너무 많습니다
    .title = 계획 파일에 내용이 너무 많음
    .help = 파일을 나누거나 주소와 관계없는 것을 빼십시오
    .values = 파일에 값이 { $limit }개보다 많습니다. 이 자리 뒤는 읽지 않았습니다
    .documents = 파일에 문서가 { $limit }개보다 많습니다. 이 자리 뒤는 읽지 않았습니다
    .keys = 매핑에 키가 { $limit }개보다 많습니다. 이 자리 뒤는 읽지 않았습니다
    .services = 파일에 Service가 { $limit }개보다 많습니다. 나머지는 읽지 않았습니다
    .entries = 목록 `{ $field }`에 항목이 { $limit }개보다 많습니다. 나머지는 읽지 않았습니다
