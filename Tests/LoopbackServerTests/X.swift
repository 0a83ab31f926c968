import HTTPMessages
import Testing

@Suite struct OriginTests {
}
