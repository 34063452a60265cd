group-balancers = Load balancers
