"""Telling others what happened: programs by webhook, colleagues by notice. All of it afterwards.

The outbox is written in the transaction that caused it; nothing here can hold up a publication.
"""
