/** What a hypercall answers where it refuses: Xen public header errno.h, negated. */
export const TOO_BIG = -7; // E2BIG: more than we do in one call; Xen would go on later
export const BAD_ADDRESS = -14; // EFAULT
export const BUSY = -16; // EBUSY: the frame is in use as something else
export const INVALID = -22; // EINVAL
export const NO_SUCH_CALL = -38; // ENOSYS
