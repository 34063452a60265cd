## 이 브라우저에 보관한 계획.

plans-private = 이 기기의 이 브라우저에만 보관되며 어디에도 전송되지 않습니다. 같은 계획을 연 탭은 항상 같은 내용입니다.
plans-name = 계획 이름
plans-keep = 이 계획 보관
plans-coming = 읽는 중…
plans-none = 보관한 계획이 아직 없습니다.
plans-here = 열려 있음
plans-length = { $count }자
plans-open = 열기
    .name = { $name } 열기
plans-rename = 이름 바꾸기
    .name = { $name } 이름 바꾸기
plans-duplicate = 복제
    .name = { $name } 복제
plans-delete = 삭제
    .name = { $name } 삭제
plans-take = 확인
plans-leave = 취소
plans-sure = { $name } 계획을 완전히 삭제할까요?
