## 무엇이든 받는 입력란과, 그 안에서 읽어 낸 내용.

bring-label = 무엇이든 붙여넣거나 끌어다 놓기
bring-example = 300 nodes x 110 pods from 10.0.0.0/8
bring-read = 읽기
bring-help = 구성 파일, 폴더, 덤프(kubectl get … -o yaml), 명령줄, 로그 한 줄, 코드, 주소, 링크, 또는 규모를 넣을 수 있습니다. 한 줄이면 Enter, 여러 줄이면 Ctrl+Enter로 읽습니다. 확인하기 전에는 아무것도 바뀌지 않습니다.

brought-is-plan = 이제 이것이 내 계획입니다. 실행 취소로 이전 내용을 되돌릴 수 있습니다
narrowed = 전각 문자를 ASCII로 바꾸었습니다.
