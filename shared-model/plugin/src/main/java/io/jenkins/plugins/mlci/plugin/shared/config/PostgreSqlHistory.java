package io.jenkins.plugins.mlci.plugin.shared.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A PostgreSQL database, which several controllers may share. */
public final class PostgreSqlHistory extends HistoryPlace {
    private final String url;
    private final String credentialsId;

    /**
     * A database.
     *
     * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}; without a password
     * @param credentialsId user name and password, from the credentials of Jenkins itself
     */
    @DataBoundConstructor
    public PostgreSqlHistory(String url, String credentialsId) {
        this.url = Util.fixNull(url).trim();
        this.credentialsId = Util.fixNull(credentialsId).trim();
    }

    public String getUrl() {
        return url;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @Override
    public StoreLocation location(JenkinsFacade jenkins) {
        String user = credentials(jenkins).getUsername();
        return StoreLocation.postgresql(
                url, user, () -> credentials(jenkins).getPassword().getPlainText());
    }

    private StandardUsernamePasswordCredentials credentials(JenkinsFacade jenkins) {
        if (credentialsId.isEmpty()) {
            throw new IllegalArgumentException(
                    "No credentials are chosen for the database: choose some with user name and password in the configuration");
        }
        return jenkins.credentials(credentialsId)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "There are no credentials \"" + credentialsId
                                        + "\" with user name and password: choose others, or create them in the credentials of Jenkins"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostgreSqlHistory that
                && url.equals(that.url)
                && credentialsId.equals(that.credentialsId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, credentialsId);
    }

    /** Describes it. */
    @Extension
    @Symbol("postgreSql")
    public static final class DescriptorImpl extends HistoryPlaceDescriptor {
        private final transient JenkinsFacade jenkins = new JenkinsFacade();

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.PostgreSqlHistory_DisplayName();
        }

        /** The credentials to choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath ItemGroup<?> context, @QueryParameter String credentialsId) {
            if (context == null || !jenkins.has(Jenkins.ADMINISTER)) {
                return new StandardListBoxModel().includeCurrentValue(credentialsId);
            }
            return new StandardListBoxModel()
                    .includeEmptyValue()
                    .includeMatchingAs(
                            ACL.SYSTEM2,
                            context,
                            StandardUsernamePasswordCredentials.class,
                            List.of(),
                            CredentialsMatchers.always())
                    .includeCurrentValue(credentialsId);
        }

        /** Checks the address. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            String url = Util.fixNull(value).trim();
            if (!url.startsWith("jdbc:postgresql:")) {
                return FormValidation.error(Messages.PostgreSqlHistory_BadUrl());
            }
            return url.matches("(?i).*([?&]password=|//[^/@]*:[^/@]*@).*")
                    ? FormValidation.error(Messages.PostgreSqlHistory_PasswordInUrl())
                    : FormValidation.ok();
        }

        /** Checks that the credentials exist. */
        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            if (Util.fixNull(value).isBlank()) {
                return FormValidation.error(Messages.PostgreSqlHistory_NoCredentials());
            }
            return jenkins.credentials(value).isPresent()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.PostgreSqlHistory_UnknownCredentials());
        }

        /** Opens the history once, which creates its tables, and closes it again. */
        @POST
        public FormValidation doTestConnection(@QueryParameter String url, @QueryParameter String credentialsId) {
            jenkins.check(Jenkins.ADMINISTER);
            return new ConnectionTest(jenkins).test(new PostgreSqlHistory(url, credentialsId));
        }
    }
}
