group-addresses = Address management
