group-tools = Infrastructure as code
