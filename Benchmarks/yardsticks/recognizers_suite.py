"""Reads numbers, percentages, money and dimensions in the lines of a file with Recognizers-Text, for so many seconds of CPU."""

from measuring import read_lines
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
read_lines(lambda line: [model.parse(line) for model in models])
