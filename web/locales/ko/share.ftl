## 계획을 공유하는 방법.

share-link = 링크 복사
share-link-hint = 이 계획, 이 보기, 지도의 이 위치로 연결됩니다
share-compare = 비교용 링크 복사
share-compare-hint = 여는 사람이 자신의 계획과 다른 점을 봅니다
share-compare-copied = 링크를 복사했습니다. 여는 사람은 이 계획을 자신의 계획과 비교합니다
share-svg = 지도를 SVG로 저장
share-svg-hint = 요약이 포함된, 크기를 바꿀 수 있는 그림
share-png = 지도를 PNG로 저장
share-png-hint = 요약이 포함된, 게시용 이미지
share-png-failed = 브라우저가 이미지를 만들지 못했습니다. SVG에 같은 그림이 있습니다
share-markdown = 보고서를 Markdown으로 복사
share-markdown-hint = 범위, 수용량, Service, 검사 결과, 설정
share-markdown-copied = 보고서를 Markdown으로 복사했습니다
share-in-planner = 플래너에서 열기
share-embed = 삽입 코드 복사
share-embed-hint = 문서 페이지용 요소 <dualstack-planner>
share-embed-copied = 코드를 복사했습니다. 페이지 옆에 npm 패키지의 파일이 있어야 합니다
share-no-plan = 읽을 수 있는 계획이 없습니다
share-link-without-way = 링크를 복사했습니다. 비교와 완료 표시는 링크에 들어가지 않아 이 탭에만 남습니다
