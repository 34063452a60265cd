group-documents = Documents
