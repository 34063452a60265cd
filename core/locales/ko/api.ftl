# JavaScript에서 호출할 때 인수의 문제.

API001 = 텍스트가 문자열이 아닙니다: { $found }
API002 = { $argument }: { $mebibytes } MiB보다 큽니다
API003 = { $argument }: JSON으로 나타낼 수 없습니다: { $error }
API004 = { $argument }: 이 호출에 맞지 않습니다: { $error }
API005 = IP 주소가 아닙니다: { $text }
API006 = { $argument }: 서비스 범위 하나, 또는 서로 다른 패밀리의 범위 둘이어야 합니다
API007 = 이 호출에 필요한 패키지의 부분을 불러오지 않았습니다. 먼저 await load("{ $part }")를 실행하십시오
API008 = 언어 `{ $tag }`은(는) 없습니다. 메시지는 영어로 표시됩니다. 사용할 수 있는 언어: { $known }
