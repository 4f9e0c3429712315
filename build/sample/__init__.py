"""Draws the attachments of the sample campaign: reports as PDF, schematic pictures as PNG and JPEG.

``reports/*.yaml`` and ``pictures.yaml`` hold every word and figure; the modules here only know how to set and draw them.
"""
