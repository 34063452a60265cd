group-policies = Admission policies
