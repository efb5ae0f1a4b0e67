package dev.shareimage.sandbox.world;

/** A world that ends with the process. */
public final class MemoryWorldStore implements WorldStore {

    private World world;

    public MemoryWorldStore(World world) {
        this.world = world;
    }

    @Override
    public synchronized void reset() {
        world = SeedWorld.create();
    }

    @Override
    public synchronized <R, X extends Exception> R transact(Work<R, X> work) throws X {
        boolean done = false;
        try {
            R result = work.on(world);
            done = true;
            return result;
        } finally {
            if (done) {
                world.commit();
            } else {
                world.rollBack();
            }
        }
    }
}
