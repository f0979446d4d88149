/// Who publishes the packages.
///
/// @param name of the people or the organisation
/// @param address for mail
record Publisher(String name, String address) {}
