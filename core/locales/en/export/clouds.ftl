group-clouds = Managed clusters
