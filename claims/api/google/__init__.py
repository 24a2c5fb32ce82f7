"""The published fact-checks in the form of Google's Fact Check Tools API, v1alpha1.

Clients of that API work unchanged when they are pointed here. Some break at small differences: each
rule that guards against one is a test.
"""
