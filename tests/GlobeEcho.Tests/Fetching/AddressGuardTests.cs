using System.Net;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2001::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("::10.0.0.1")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b:1::7f00:1")]
    [InlineData("100::1")]
    [InlineData("2001:1ff::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    public void Address_inside_somebodys_network_is_closed(string address) => Assert.NotNull(AddressGuard.WhyClosed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450::200e")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public_address_is_open(string address) => Assert.Null(AddressGuard.WhyClosed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("64:ff9b::a00:1", "NAT64")]
    [InlineData("64:ff9b:1::1", "NAT64")]
    [InlineData("2002:a00:1::", "6to4")]
    [InlineData("2001::1", "Teredo")]
    [InlineData("100.64.0.1", "carrier-grade NAT")]
    [InlineData("::1", "loopback")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("::7f00:1", "IPv4-compatible")]
    public void Operator_is_told_what_kind_of_address_it_is(string address, string what) =>
        Assert.Equal(what, AddressGuard.WhyClosed(IPAddress.Parse(address)));
}
