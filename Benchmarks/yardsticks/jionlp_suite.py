"""Reads amounts of money in each line of a file with JioNLP."""

import sys

import jionlp

found = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        for entity in jionlp.ner.extract_money(line):
            found += 1
print(found)
