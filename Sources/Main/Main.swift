import Hummingbird
import GRDB
import Configuration
@main struct Main { static func main() {} }
