package io.jenkins.plugins.mlci.testselector.change;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit away from the machine: the configuration of the user and of the system is empty, and the environment is
 * not read, so that the same repository gives the same change everywhere.
 *
 * <p>JGit keeps one such object for all its users in a class loader, so it is installed once and stays. Who shares
 * JGit's classes with others must know that.
 *
 * <p>JGit measures the clock of a file system by writing probes into the repository. Here it finds the answer
 * in the configuration and writes nothing. The answer is coarse, which only makes JGit look twice.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
    private static final String COARSE = "2 s";

    private final StoredConfig empty = new EmptyConfig(null, FS.DETECTED);

    private IsolatedSystemReader(SystemReader system) {
        super(system);
    }

    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof IsolatedSystemReader)) {
            SystemReader.setInstance(new IsolatedSystemReader(current));
        }
    }

    @Override
    public String getenv(String variable) {
        return null;
    }

    @Override
    public StoredConfig getUserConfig() {
        return empty;
    }

    @Override
    public StoredConfig getJGitConfig() {
        return empty;
    }

    @Override
    public StoredConfig getSystemConfig() {
        return empty;
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    /** Has no file, and knows only how coarse file times are. */
    private static final class EmptyConfig extends FileBasedConfig {
        EmptyConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public String getString(String section, String subsection, String name) {
            boolean fileTimes = ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)
                    && (ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION.equals(name)
                            || ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD.equals(name));
            return fileTimes ? COARSE : super.getString(section, subsection, name);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What JGit wants to remember about the machine is not kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
