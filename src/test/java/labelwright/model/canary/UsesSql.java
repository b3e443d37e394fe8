package labelwright.model.canary;

import java.sql.Connection;

/// Breaks the rule that SQL stays in the store.
public record UsesSql(Connection connection) {}
