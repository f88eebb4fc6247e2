package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.ModelObject;
import jenkins.security.stapler.StaplerAccessibleType;

/** A page below {@link DeploymentsRoot}, or that itself. What they share are the views in the folder of this class. */
@StaplerAccessibleType
public abstract class DeploymentsPage implements ModelObject {}
