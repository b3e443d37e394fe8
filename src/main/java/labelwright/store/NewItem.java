package labelwright.store;

import labelwright.model.MediaRef;
import labelwright.model.Split;

/// An item before it has an id; see [labelwright.model.Item] for what the parts mean.
public record NewItem(String name, MediaRef media, int width, int height, Split split) {}
