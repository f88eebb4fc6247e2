/** Replays a history in time order and measures what a ranking or a selection would have kept, saved and missed. */
package io.jenkins.plugins.mlci.testselector.replay;
