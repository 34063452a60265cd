group-plugins = CNI plugins
