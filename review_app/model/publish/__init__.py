"""What is printed or handed out: certificates, ballot cards, letters, lists, the report and the tables."""
