package io.jenkins.plugins.mlci.shared.registry;

class InMemoryModelStoreTest extends ModelStoreContract {
    @Override
    protected ModelStore store() {
        return new InMemoryModelStore();
    }
}
