import Crypto
import Indicators
