# Capacity of the pod ranges

plan-capacity-single = { $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
  }, { $pods ->
    [one] { $pods } pod
   *[other] { $pods } pods
  } each; the range is used up at node { $node }
    .short = { $planned ->
        [one] { $planned } node is
       *[other] { $planned } nodes are
    } planned, { $nodes ->
        [one] { $nodes } fits
       *[other] { $nodes } fit
    }, with { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    } each; the range is used up at node { $node }
plan-capacity-binding = { $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
  }, { $pods ->
    [one] { $pods } pod
   *[other] { $pods } pods
  } each; { $family } runs out first, at node { $node }
    .short = { $planned ->
        [one] { $planned } node is
       *[other] { $planned } nodes are
    } planned, { $nodes ->
        [one] { $nodes } fits
       *[other] { $nodes } fit
    }, with { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    } each; { $family } runs out first, at node { $node }
plan-capacity-together = { $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
  }, { $pods ->
    [one] { $pods } pod
   *[other] { $pods } pods
  } each; both families run out together, at node { $node }
    .short = { $planned ->
        [one] { $planned } node is
       *[other] { $planned } nodes are
    } planned, { $nodes ->
        [one] { $nodes } fits
       *[other] { $nodes } fit
    }, with { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    } each; both families run out together, at node { $node }
# Whoever has pools of its own cuts other blocks than those that are counted.
plan-capacity-decided = { $who } decides the blocks; these are what kube-controller-manager would cut
plan-capacity-and = { $first }; { $next }
plan-capacity-room = { $spare ->
    [0] exactly as many blocks as planned nodes: { $wanted }
    [one] room for { $spare } more node than the { $wanted } planned
   *[other] room for { $spare } more nodes than the { $wanted } planned
  }
plan-capacity-too-few-today = { $missing } of the { $wanted ->
        [one] { $wanted } node
       *[other] { $wanted } nodes
    } of today { $missing ->
    [one] gets
   *[other] get
  } no pod CIDR: there are blocks for { $nodes }
plan-capacity-too-few-planned = { $missing } of the { $wanted ->
        [one] { $wanted } planned node
       *[other] { $wanted } planned nodes
    } { $missing ->
    [one] gets
   *[other] get
  } no pod CIDR: there are blocks for { $nodes }
plan-capacity-small-block = a /{ $mask } block of { $family } has addresses for { $addresses ->
        [one] { $addresses } pod
       *[other] { $addresses } pods
    }, fewer than maxPods { $maxpods }
plan-capacity-excluded = { $excluded } of the { $blocks ->
        [one] { $blocks } block
       *[other] { $blocks } blocks
    } of `{ $range }` are never given to nodes because Service addresses lie in them
plan-capacity-mask-refused = a node mask of /{ $mask } is not legal for `{ $range }`: kube-controller-manager takes /{ $shortest } to /{ $longest }
plan-capacity-mask-refused-by-kubeadm = kubeadm takes node masks of /{ $shortest } to /{ $longest } for `{ $range }`, not /{ $mask }; kube-controller-manager itself would start
plan-capacity-grow = for { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } with /{ $mask } blocks the { $family } pod CIDR has to become `{ $cidr }`; the present blocks lie inside, so running nodes keep theirs
plan-capacity-cannot-grow = no { $family } pod CIDR around `{ $range }` holds { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } with /{ $mask } blocks; it takes a shorter node mask, or a new cluster

# Service ranges

plan-services-room = { $family }: { $usable ->
        [one] { $usable } address
       *[other] { $usable } addresses
    } for Services, { $used } in use, { $free } free
plan-services-no-allocator = no Service gets an address of `{ $range }`: { $upstream }
plan-services-bitmap-limit = only the first { $usable ->
        [one] { $usable } address
       *[other] { $usable } addresses
    } of `{ $range }` can be used by Services; the other { $unusable ->
        [one] { $unusable } is
       *[other] { $unusable } are
    } out of reach of this version's allocator
plan-services-overflow = this version can give Services addresses outside of `{ $range }`; use 1.34.8, 1.35 or later, or a longer prefix
plan-services-extend = a ServiceCIDR object with `{ $range }` ({ $api }) adds { $added ->
        [one] { $added } address
       *[other] { $added } addresses
    }, { $total } in all; nothing has to be restarted
plan-services-extend-runtime-config = a ServiceCIDR object with `{ $range }` adds { $added ->
        [one] { $added } address
       *[other] { $added } addresses
    }, { $total } in all, once { $api } is switched on with --runtime-config
plan-services-extend-rebuild = this version cannot add `{ $range }`: a full Service range has to be replaced, and its Services created again
plan-services-extend-refused = a ServiceCIDR object with `{ $range }` would be stored but gives no addresses: the range is larger than an IPv6 /64, or the cluster has no range of that family
