"""Wrong answers to flatten_images, each with the sentence its student reads."""


def mixes_images_up(images):
    """The shape is right, but each column holds numbers of many images: reshape fills
    row after row. Give each image a row of its own first, then turn the matrix.
    """
    return images.reshape(-1, images.shape[0])


def forgets_transpose(images):
    """Each image is a row here, in a matrix of shape (m, h * w * 3). The examples are
    to stand in columns: look for the turn at the end.
    """
    return images.reshape(images.shape[0], -1)


def turns_before_reshape(images):
    """Each column belongs to one image, but its numbers are in another order: turning
    the four-dimensional array turns every image too. Reshape first, then turn.
    """
    return images.T.reshape(-1, images.shape[0])


def types_in_size(images):
    """The images were taken to be 64 times 64 pixels large, and these are not. Look for
    a number that was typed in where images.shape belongs.
    """
    return images.reshape(images.shape[0], 64 * 64 * 3).T


def keeps_colours_apart(images):
    """Rows and pixels were joined, but the three colours kept a dimension of their own.
    A column holds all h * w * 3 numbers of an image.
    """
    m, h, w, colours = images.shape
    return images.reshape(m, h * w, colours).T


def flattens_everything(images):
    """All numbers of all images came out in one long column. Each image is to be a
    column of its own: the number of images stays a dimension.
    """
    return images.reshape(-1, 1)
