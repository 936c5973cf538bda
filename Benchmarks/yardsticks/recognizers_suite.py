"""Reads numbers, percentages, money and dimensions in each line of a file with Recognizers-Text."""

import sys

from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

numbers = NumberRecognizer(Culture.Chinese)
units = NumberWithUnitRecognizer(Culture.Chinese)
models = [
    numbers.get_number_model(),
    numbers.get_percentage_model(),
    units.get_currency_model(),
    units.get_dimension_model(),
]
found = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        for model in models:
            found += len(model.parse(line))
print(found)
