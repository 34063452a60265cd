group-plugins = CNI プラグイン
