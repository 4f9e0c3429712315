"""What is printed or handed out: certificates, ballot cards, later the report."""
