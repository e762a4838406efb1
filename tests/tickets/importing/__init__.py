"""Tests of importing and paste."""
