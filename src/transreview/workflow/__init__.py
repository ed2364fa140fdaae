"""The use cases, in the order people do them."""
