## 다른 웹 페이지에 담기는 계획의 화면.

render-map-table = 범위를 표로 보기
render-column-node = 노드
render-nodes-caption = 노드 블록: { $count }개 중 { $shown }개
render-nodes-none = 노드 블록이 없습니다: 파드 CIDR과 마스크 크기로는 나눌 수 없습니다
render-nodes-refused = 이 계획의 플래그로는 kube-controller-manager가 시작되지 않아 블록을 받는 노드가 없습니다. 다음과 같이 출력합니다:
render-no-services = 계획 옆에 서비스가 없습니다
