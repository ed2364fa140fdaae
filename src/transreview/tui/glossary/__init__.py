"""The glossary screen: the list of concepts, what is known of one, and the form that changes it."""
