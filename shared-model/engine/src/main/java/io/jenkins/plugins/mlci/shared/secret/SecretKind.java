package io.jenkins.plugins.mlci.shared.secret;

/** What kind of secret was printed. */
public enum SecretKind {
    AWS_KEY("an AWS access key"),
    GITHUB_TOKEN("a GitHub token"),
    GITLAB_TOKEN("a GitLab token"),
    SLACK_TOKEN("a Slack token"),
    CLOUD_KEY("a key of a cloud service"),
    PACKAGE_TOKEN("a token of a package registry"),
    JSON_WEB_TOKEN("a JSON web token"),
    PRIVATE_KEY("a private key"),
    URL_PASSWORD("a password in an address"),
    AUTHORIZATION("an authorization header"),
    PASSWORD("a password"),
    TOKEN("a token or key");

    private final String words;

    SecretKind(String words) {
        this.words = words;
    }

    /** The kind in words, with its article. */
    public String words() {
        return words;
    }
}
