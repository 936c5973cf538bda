"""Reads amounts of money in the lines of a file with JioNLP, for so many seconds of CPU."""

import jionlp

from measuring import read_lines

read_lines(lambda line: jionlp.ner.extract_money(line))
