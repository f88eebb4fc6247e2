package io.jenkins.plugins.mlci.shared.feature.broken;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.jgit.lib.ObjectId;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import smile.data.formula.Formula;
import smile.math.matrix.Matrix;

/** Breaks each rule that gives a library one home. */
public final class UsesLibraries {
    Object nativeSmile() {
        return new Matrix(1, 1);
    }

    Object smile() {
        return Formula.lhs("outcome");
    }

    Object h2() {
        return new JdbcDataSource();
    }

    Object postgresql() {
        return new PGSimpleDataSource();
    }

    Object flyway() {
        return Flyway.configure();
    }

    Object hikari() {
        return new HikariConfig();
    }

    void jdbc(Connection connection) throws SQLException {
        connection.commit();
    }

    Object git() {
        return ObjectId.zeroId();
    }
}
