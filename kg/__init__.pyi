from .errors import InputError as InputError
from .errors import KgError as KgError
from .errors import ModelError as ModelError
from .errors import OntologyError as OntologyError
from .errors import QueryError as QueryError
from .errors import StoreError as StoreError
from .evaluate import evaluate as evaluate
from .graph import KnowledgeGraph as KnowledgeGraph
from .graph import build as build
from .model import Article as Article
from .model import Claim as Claim
from .model import Entity as Entity
from .model import Evidence as Evidence
from .model import Extraction as Extraction
from .model import Form as Form
from .model import Mention as Mention
from .model import Modality as Modality
from .model import OpenTriple as OpenTriple
from .model import Polarity as Polarity
from .model import Value as Value

__version__: str
