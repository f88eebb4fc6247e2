package io.jenkins.plugins.mlci.plugin.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history in a real PostgreSQL server, with credentials of Jenkins, and a server that goes away and comes back. */
class PostgreSqlHistoryTest extends OneJenkins {
    @TempDir
    private Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void configure() throws Exception {
        server = start(0);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "history-database", "", "postgres", "postgres"));
    }

    @AfterEach
    void stopServer() throws IOException {
        MachineLearningConfiguration.get().setHistory(null);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theButtonSaysWhetherTheDatabaseCanBeUsed() {
        PostgreSqlHistory.DescriptorImpl form = ExtensionList.lookupSingleton(PostgreSqlHistory.DescriptorImpl.class);
        assertThat(form.doTestConnection(url(server.getPort()), "history-database").kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doTestConnection(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/missing", "history-database"))
                .satisfies(answer -> assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR))
                .satisfies(answer -> assertThat(answer.getMessage()).doesNotContain("postgres:postgres"));
    }

    @Test
    void buildsAreRecordedThere() throws Exception {
        use();
        FreeStyleProject job = jenkins.createFreeStyleProject("recorded");
        jenkins.buildAndAssertSuccess(job);

        assertThat(history().builds().list(BuildQuery.of("recorded"))).hasSize(1);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM mlci.job")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("recorded");
        }
    }

    @Test
    void aServerThatGoesAwayHurtsNoBuildAndLosesNone() throws Exception {
        use();
        FreeStyleProject job = jenkins.createFreeStyleProject("kept");
        jenkins.buildAndAssertSuccess(job);
        assertThat(history().builds().list(BuildQuery.of("kept"))).hasSize(1);
        int port = server.getPort();
        server.close();

        jenkins.buildAndAssertSuccess(job);
        assertThat(Collector.get().waiting()).isEqualTo(1);

        server = start(port);
        SharedHistory.get().retry();
        assertThat(Collector.get().await(Duration.ofMinutes(2))).isTrue();
        assertThat(history().builds().list(BuildQuery.of("kept"))).hasSize(2);
    }

    private void use() {
        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory(url(server.getPort()), "history-database"));
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Starts the server on the test's own data, or skips the test where none can run, as for root without user namespaces. */
    private EmbeddedPostgres start(int port) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false);
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("PostgreSQL does not start here (as root it needs `unshare -U`): " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}
