## 비교, 그리고 한 계획에서 다른 계획으로 가는 단계

diff-other-title = 비교 대상
diff-keep = 지금의 계획을 비교 대상으로
diff-other = 이전 계획, 또는 실행 중인 것
diff-help = 계획이나 위 입력란이 읽는 모든 것(kubeadm 파일, 덤프, 플래그)을 붙여넣을 수 있습니다. 이것이 이전 것이고, 옆에 있는 계획이 새로운 것입니다.
diff-nothing = 지금 있는 것을 붙여넣거나, 지금의 계획을 비교 대상으로 두고 바꿔 보세요. 차이와 그 영향 범위, 그리고 실행 단계가 여기에 나옵니다.
diff-too-long = 1 MiB보다 긴 텍스트는 명령줄에서 비교하세요: dualstack diff OLD NEW
diff-own-unusable = 옆에 있는 계획은 비교할 수 없습니다:
diff-other-unusable = 이 텍스트에서는 비교할 계획을 읽을 수 없습니다:
diff-title = 차이
diff-half = 절반만 한 경우
diff-source = 출처:
steps-title = 실행 단계
steps-proof = 각 단계를 클러스터 모델에서 시험했습니다. 컴포넌트가 시작되고, 노드는 블록을 유지하며, 기존 서비스는 유효하고 새 서비스도 받아들여집니다.
step-title = { $number }단계
step-details = 할 일, 확인 방법, 되돌리는 방법
step-settings = 설정
step-commands = 명령
step-check = 확인
step-notice = 사용자가 느끼는 것
step-back = 되돌리기
