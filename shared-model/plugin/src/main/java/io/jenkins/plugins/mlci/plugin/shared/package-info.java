/**
 * What all machine learning plugins share. Other plugins use: {@code store} (the history and the models), {@code config} (settings,
 * and a place for their own), {@code access} (permissions, audit log), {@code collect} (hearing of recorded builds, bringing test
 * results and changes), {@code train} (training models in the background) and {@code jenkins} (the way to Jenkins).
 */
package io.jenkins.plugins.mlci.plugin.shared;
