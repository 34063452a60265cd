group-policies = アドミッションポリシー
