group-tools = Infrastructure as Code
