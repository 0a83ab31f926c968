/// What a URL type asks of its values (pydantic.networks `UrlConstraints`).
struct URLConstraints {
    var maxLength: Int?
    var allowedSchemes: [String] = []
    var isHostRequired = false
    var defaultHost: String?
    var defaultPort: Int?
    var defaultPath: String?
    var keepsEmptyPath = false
    /// Whether the authority may list several hosts.
    var isMultiHost = false

    /// `'a', 'b' or 'c'`, as the error names the schemes.
    var expectedSchemes: String {
        let quoted = allowedSchemes.map { "'\($0)'" }
        guard quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    }

    /// The constraints of Pydantic's own types by class name.
    static let known: [(name: String, constraints: URLConstraints)] = [
        ("AnyHttpUrl", URLConstraints(allowedSchemes: ["http", "https"])),
        ("HttpUrl", URLConstraints(maxLength: 2083, allowedSchemes: ["http", "https"])),
        ("AnyWebsocketUrl", URLConstraints(allowedSchemes: ["ws", "wss"])),
        ("WebsocketUrl", URLConstraints(maxLength: 2083, allowedSchemes: ["ws", "wss"])),
        ("FileUrl", URLConstraints(allowedSchemes: ["file"])),
        ("FtpUrl", URLConstraints(allowedSchemes: ["ftp"])),
        (
            "PostgresDsn",
            URLConstraints(
                allowedSchemes: [
                    "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg", "postgresql+psycopg2",
                    "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
                ], isHostRequired: true, isMultiHost: true)
        ),
        (
            "CockroachDsn",
            URLConstraints(
                allowedSchemes: ["cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg"], isHostRequired: true)
        ),
        ("AmqpDsn", URLConstraints(allowedSchemes: ["amqp", "amqps"])),
        (
            "RedisDsn",
            URLConstraints(
                allowedSchemes: ["redis", "rediss"], isHostRequired: true, defaultHost: "localhost", defaultPort: 6379, defaultPath: "/0")
        ),
        ("MongoDsn", URLConstraints(allowedSchemes: ["mongodb", "mongodb+srv"], defaultPort: 27017, isMultiHost: true)),
        ("KafkaDsn", URLConstraints(allowedSchemes: ["kafka"], defaultHost: "localhost", defaultPort: 9092)),
        (
            "NatsDsn",
            URLConstraints(
                allowedSchemes: ["nats", "tls", "ws", "wss"], defaultHost: "localhost", defaultPort: 4222, isMultiHost: true)
        ),
        (
            "MySQLDsn",
            URLConstraints(
                allowedSchemes: [
                    "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql", "mysql+cymysql",
                    "mysql+pyodbc",
                ], isHostRequired: true, defaultPort: 3306)
        ),
        (
            "MariaDBDsn",
            URLConstraints(allowedSchemes: ["mariadb", "mariadb+mariadbconnector", "mariadb+pymysql"], defaultPort: 3306)
        ),
        (
            "ClickHouseDsn",
            URLConstraints(
                allowedSchemes: [
                    "clickhouse+native", "clickhouse+asynch", "clickhouse+http", "clickhouse", "clickhouses", "clickhousedb",
                ], defaultHost: "localhost", defaultPort: 9000)
        ),
        ("SnowflakeDsn", URLConstraints(allowedSchemes: ["snowflake"], isHostRequired: true)),
    ]
}
