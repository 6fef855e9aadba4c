from .ask import query as query
from .prepared import Question as Question
from .prepared import questions as questions
from .questioning import Answer as Answer
from .questioning import Ask as Ask
from .questioning import to_pandas as to_pandas
from .search import Hit as Hit
from .search import SearchIndex as SearchIndex
